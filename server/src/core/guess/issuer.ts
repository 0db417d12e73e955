// Words of an institution's name; what else stands in the line is checked apart.
const HEADS = 'Ministry|Ministries|Department|Secretariat|Embassy|Chancellery|Directorate';
const NAMED = [
  '(?:The )?White House',
  "(?:The )?(?:Prime Minister|President|Governor|Foreign Minister|Cabinet Secretary)['’]s Office",
  '(?:The )?(?:Cabinet|Foreign|Home|Federal Foreign|Press|Presidential) (?:Office|Secretariat)',
  'Foreign, Commonwealth (?:&|and) Development Office',
  '(?:The )?European (?:Commission|Council|Parliament|External Action Service)',
  '(?:The )?Council of (?:the European Union|Europe)',
  '(?:The )?(?:Royal )?Government of (?:the )?[A-Z].*',
  'North Atlantic Council',
  '(?:Federal )?(?:Foreign|Defen[cs]e|Finance|Interior|Trade) Ministry',
  '(?:Executive )?Office of (?:the )?[A-Z].*',
  'Permanent (?:Mission|Representation|Delegation) of [A-Z].*',
  'Federal Open Market Committee',
  'Board of Governors of the Federal Reserve System',
  '(?:The )?United Nations(?: (?:Security Council|General Assembly|Secretariat))?',
];
const KNOWN = new RegExp(`^(?:${NAMED.join('|')})$`, 'i');
const HEADED = new RegExp(`^(?:The )?(?:[\\w.’'&-]+ ){0,4}(?:${HEADS})\\b`, 'i');
const NOT_A_NAME =
  /\b(?:statements?|meetings?|readouts?|summary|joint|communiqu[eé]|declaration|release|remarks|session|talks|dialogue|visit|call|report|agreement|resolution|summit|conference|minutes|record|conclusions|consultations|ministers|memorandum|speech|address|note|between|page|intent|key|new|actions?|\w+ounces?|nominat\w*|appoint\w*|launch\w*|restor\w*|reinforc\w*|highlights?|welcomes?|hosts?|issues|seeks?)\b/i;
const SMALL = /^(?:of|for|and|the|on|to|in|at|de|la|du|des|&)$/i;

const JAPANESE =
  /^(?:日本国)?(?:外務省|内閣府|内閣官房|首相官邸|総理官邸|宮内庁|[一-龥]{2,8}(?:省|庁)|在[一-龥ァ-ヶー・]{1,12}日本国(?:大使館|総領事館))$/;
const PREMIER = /^内閣総理大臣/;
const CHINESE_KOREAN =
  /^(?:中华人民共和国|中国|中華人民共和國)?(?:外交部|国防部|商务部|國防部)$|^(?:외교부|국방부|대통령실)$/;

/** The issuer a line names, when the line is nothing but the name of a ministry, an office or a like body. */
export const issuerIn = (line: string): string | undefined => {
  const name = line
    .replace(/^(?:issued by|issuer|発表者?|発出) ?[:：] ?/i, '')
    .replace(/[\s,;:、。]+$/u, '');
  if (name.length > 100) return undefined;
  if (JAPANESE.test(name) || CHINESE_KOREAN.test(name)) return name;
  return isInstitution(name) ? name : undefined;
};

const isInstitution = (name: string): boolean => {
  if (NOT_A_NAME.test(name) || /[.:;!?]$/.test(name)) return false;
  if (!KNOWN.test(name) && !HEADED.test(name)) return false;
  const words = name.split(/[\s,]+/);
  return (
    words.length <= 14 && words.every((word) => SMALL.test(word) || /^[\p{Lu}(‘“"]/u.test(word))
  );
};

/** The issuer a signature at the end names, as in `内閣総理大臣 …`. */
export const signatoryIn = (line: string): string | undefined =>
  PREMIER.test(line) && line.length <= 30 ? '内閣総理大臣' : issuerIn(line);
