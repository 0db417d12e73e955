/** How a register looks on a screen, light or dark, and on paper. */
export const htmlStyle = `
:root { color-scheme: light dark; --line: #d0d5dc; --quiet: #57606a; --band: #f3f5f8; --found: #fff3c4; --link: #0b57a4;
  --commitment: #1a7f4b; --position: #0b62c4; --request: #b35c00; --evidence: #7b3fb5; --late: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3a4048; --quiet: #a5adb8; --band: #22262c; --found: #4a3f14; --link: #7ab7ff;
    --commitment: #4ec98f; --position: #6cb6ff; --request: #f0a35e; --evidence: #c792ea; --late: #ff8a80; }
}
body { font: 15px/1.5 system-ui, "Segoe UI", "Hiragino Sans", "Noto Sans", sans-serif; margin: 2rem auto;
  max-width: 82rem; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
.about { color: var(--quiet); margin: 0 0 1.25rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; min-width: 56rem; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .5rem .65rem; text-align: start; vertical-align: top;
  overflow-wrap: break-word; }
thead th { border-bottom-width: 2px; color: var(--quiet); font-size: .85em; font-weight: 600; white-space: nowrap; }
th.document { background: var(--band); font-weight: 600; padding-block: .6rem; }
th.document .key { font-weight: 400; }
tbody th.words { font-weight: 400; min-width: 16rem; width: 34%; }
td:nth-of-type(4) { width: 16%; } td:nth-of-type(5) { min-width: 11rem; width: 20%; }
.mark { border-inline-start: 3px solid var(--line); display: block; padding-inline-start: .6rem; }
.key, .kind, .more { color: var(--quiet); display: block; font-size: .85em; }
.commitment { border-color: var(--commitment); } .position { border-color: var(--position); }
.request { border-color: var(--request); } .evidence { border-color: var(--evidence); }
.late { color: var(--late); font-weight: 600; }
td ul { list-style: none; margin: 0; padding: 0; }
a { color: var(--link); }
tr:target > *, th:target { background: var(--found); }
.count { color: var(--quiet); margin-block-start: 1rem; }
@media print {
  @page { size: landscape; margin: 14mm; }
  :root { color-scheme: light; --line: #999; --quiet: #333; --band: #eee; --found: none; --link: inherit;
    --commitment: #1a7f4b; --position: #0b62c4; --request: #b35c00; --evidence: #7b3fb5; --late: #000; }
  body { font-size: 9.5pt; margin: 0; max-width: none; padding: 0; }
  .table { overflow: visible; } table { min-width: 0; }
  tr { break-inside: avoid; } th.document { break-after: avoid; print-color-adjust: exact; }
  a { text-decoration: none; }
}
`;
