/** A Japanese verb: it stands on the rung of the lemma it is `like`. */
export interface JapaneseVerb {
  readonly lemma: string;
  readonly like: string;
  readonly forms: readonly string[];
  /** Whether it reports what was agreed or said before it: 〜ことを確認した. */
  readonly governs: boolean;
}

const endings = [
  ...['した', 'する', 'して', 'し', 'します', 'しました', 'しています', 'している', 'していた'],
  ...['された', 'される', 'いたします', 'いたしました', '致します', '致しました', 'しております'],
  ...['してまいります', 'してまいりました'],
];
const suru = (...stems: readonly string[]): string[] =>
  stems.flatMap((stem) => endings.map((ending) => stem + ending));
const words = (list: string): string[] => list.split(' ');

const said = (lemma: string, like: string, ...forms: readonly string[]): JapaneseVerb => ({
  lemma,
  like,
  forms,
  governs: true,
});
const done = (lemma: string, like: string, ...forms: readonly string[]): JapaneseVerb => ({
  lemma,
  like,
  forms,
  governs: false,
});

export const japaneseVerbs: readonly JapaneseVerb[] = [
  // stance
  said('議論する', 'discuss', ...suru('議論', '議論を', '協議', '協議を')),
  said('議論する', 'discuss', ...words('議論を行った 議論を行い 協議を行った 協議を行い')),
  said('意見交換する', 'exchange views', ...suru('意見交換', '意見交換を', '意見を交換')),
  said('意見交換する', 'exchange views', ...words('意見交換を行った 意見交換を行い')),
  said('想起する', 'recall', ...suru('想起')),
  said('留意する', 'note', ...suru('留意')),
  said('認識する', 'recognize', ...suru('認識')),
  said('認める', 'acknowledge', ...words('認めた 認めて 認め、 認めました 認めます')),
  said('共有する', 'share', ...suru('共有')),
  said('評価する', 'appreciate', ...suru('評価')),
  said('感謝する', 'appreciate', ...suru('感謝', '感謝の意を表明', '謝意を表明')),
  said(
    '感謝する',
    'appreciate',
    ...words('謝意を表した 謝意を表し 感謝の意を表した 感謝の意を表し'),
  ),
  said('歓迎する', 'welcome', ...suru('歓迎')),
  said('懸念を表明する', 'express concern', ...suru('懸念を表明', '憂慮を表明', '懸念を共有')),
  said('懸念を表明する', 'express concern', ...words('懸念を示した 懸念を示し')),
  // 表明する alone says that something is expressed, not what: the rung of what is merely expressed.
  said('表明する', 'express concern', ...suru('表明')),
  said('支持する', 'support', ...suru('支持', '支持を表明')),
  said('称賛する', 'commend', ...suru('称賛', '賞賛')),
  said('反対する', 'oppose', ...suru('反対', '反対を表明')),
  done('べきではない', 'should not', ...words('べきではない べきでない べきではなく')),
  said('強調する', 'emphasize', ...suru('強調')),
  said('確認する', 'confirm', ...suru('確認')),
  said('承認する', 'endorse', ...suru('承認')),
  said(
    '遺憾の意を表明する',
    'regret',
    ...suru('遺憾の意を表明'),
    ...words('遺憾の意を示した 遺憾の意を示し'),
  ),
  said('許容しない', 'not tolerate', ...words('許容しない 容認しない 許容できない 容認できない')),
  said('許容しない', 'not tolerate', ...words('許容されない 容認されない 許さない 認められない')),
  said('再確認する', 'reaffirm', ...suru('再確認', '改めて確認')),
  said(
    '繰り返す',
    'reiterate',
    ...words('繰り返し述べた 繰り返し表明した 繰り返した 改めて述べた'),
  ),
  said('繰り返す', 'reiterate', ...suru('改めて表明', '改めて強調')),
  said('非難する', 'condemn', ...suru('非難')),

  // directive
  said('招待する', 'invite', ...suru('招待', '招請')),
  said('奨励する', 'encourage', ...suru('奨励')),
  said(
    '求める',
    'call for',
    ...words('求めた 求める 求めて 求め、 求めました 求めます 求めている'),
  ),
  said(
    '呼びかける',
    'call on',
    ...words('呼びかけた 呼びかける 呼びかけて 呼びかけ、 呼びかけました 呼びかけます'),
  ),
  said(
    '呼びかける',
    'call on',
    ...words('呼び掛けた 呼び掛ける 呼び掛けて 呼び掛け、 呼び掛けました 呼び掛けます'),
  ),
  said('勧告する', 'recommend', ...suru('勧告', '提言')),
  said('要請する', 'request', ...suru('要請', '依頼')),
  said(
    '強く求める',
    'urge',
    ...words('強く求めた 強く求める 強く求めて 強く求め、 強く求めました 強く求めます'),
  ),
  said(
    '強く求める',
    'urge',
    ...words('促した 促して 促す 促しました 促します 強く促した 強く促して 強く促す'),
  ),
  said('警告する', 'warn', ...suru('警告')),
  said('要求する', 'demand', ...suru('要求')),

  // commissive
  done(
    '検討する',
    'consider',
    ...suru('検討', '検討を'),
    ...words('検討を進める 検討を行う 検討を加速'),
  ),
  done('模索する', 'explore', ...suru('模索')),
  done('研究する', 'study', ...suru('研究')),
  done('期待する', 'hope', ...suru('期待', '期待を表明'), ...words('期待を示した')),
  done('楽しみにする', 'look forward', ...words('楽しみにしている 楽しみにする 心待ちにしている')),
  done(
    '意図する',
    'intend',
    ...suru('意図'),
    ...words('意向である 意向を示した 意向を表明した 所存です 所存であります'),
  ),
  done('計画する', 'plan', ...suru('計画'), ...words('予定である 予定している')),
  done('目指す', 'aim', ...words('目指す 目指し 目指して 目指した 目指している めざす めざし')),
  done('追求する', 'seek', ...suru('追求')),
  done(
    '努める',
    'strive',
    ...words('努める 努めて 努め、 努めた 努めます 努めていく'),
    ...suru('努力'),
  ),
  done(
    '取り組む',
    'work to',
    ...words('取り組む 取り組み、 取り組んで 取り組んだ 取り組みます 取り組んでいく'),
  ),
  done('続ける', 'continue', ...words('続ける 続けて 続けた 続けます 続けていく 引き続き 引続き')),
  done('継続する', 'continue', ...suru('継続'), ...words('継続的に')),
  done('していく', 'will', ...words('していく していきます ていくこと でいくこと ていく考え')),
  done('していく', 'will', ...words('こととする こととした こととしている')),
  done(
    'していく',
    'will',
    ...words('ていきます でいきます てまいります でまいります て参ります で参ります'),
  ),
  said('合意する', 'agree', ...suru('合意'), ...words('合意に達した 合意に至った')),
  said('一致する', 'concur', ...suru('一致'), ...words('一致を見た 一致をみた')),
  said(
    '約束する',
    'pledge',
    ...suru('約束', '誓約', 'コミット'),
    ...words('誓った 誓い、 誓います お誓いし、 お誓いします お誓い申し上げ'),
  ),
  said(
    '引き受ける',
    'undertake',
    ...words('引き受けた 引き受ける 引き受け、 引き受けました 引き受けます'),
  ),
  said('決意する', 'determined', ...suru('決意', '決意を表明', '決意を共有', '決意を新たに')),
  said('決意する', 'determined', ...words('決意である 決意です 決意を示した')),
  said('決定する', 'decide', ...suru('決定'), ...words('決めた 決める 決めました 決めます')),
  said('署名する', 'sign', ...suru('署名', '調印'), ...words('署名を行った')),
];
