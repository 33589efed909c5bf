import { type Markup, trusted } from "./markup.ts";
import { SERIES_COLOURS } from "./series-style.ts";

function seriesVariables(colours: readonly string[]): string {
  return colours.map((colour, at) => `--series-${at + 1}:${colour};`).join("");
}

const LIGHT = `--paper:#fff;--raised:#f5f7f9;--ink:#1c2430;--muted:#5b6573;--rule:#d9dee5;--accent:#0063a0;--warn:#8a4b00;${seriesVariables(SERIES_COLOURS.light)}`;
const DARK = `--paper:#14181e;--raised:#1c222a;--ink:#e6eaf0;--muted:#9aa5b4;--rule:#333c48;--accent:#7cc0f5;--warn:#f0b463;${seriesVariables(SERIES_COLOURS.dark)}`;

/** The whole style of the page. Printing is always in light colours, with what is folded left folded. */
export const PAGE_STYLE: Markup = trusted(`
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2.5rem clamp(1rem,4vw,3rem);max-width:86rem;background:var(--paper);color:var(--ink);
 font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{font-size:1.9rem;line-height:1.2;margin:0;letter-spacing:-.01em}
h2{font-size:1.4rem;margin:0 0 1rem;line-height:1.25}
h3{font-size:1rem;margin:0 0 .6rem}
a{color:var(--accent)}
.created{color:var(--muted);margin:.3rem 0 0}
nav ol{margin:1rem 0 0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.report{margin-top:2.5rem;padding-top:1.75rem;border-top:1px solid var(--rule)}
.beside{display:grid;gap:2rem;grid-template-columns:minmax(0,1fr)}
.figures>*+*{margin-top:1.75rem}
.warning{color:var(--warn);font-weight:600;margin:0 0 1rem}
.scrolls{overflow-x:auto}
.scrolls:focus-visible,.protocol:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums;min-width:60%}
caption{text-align:left;font-weight:600;font-size:1rem;padding-bottom:.5rem}
th,td{padding:.32rem .8rem;text-align:right;white-space:nowrap;border-bottom:1px solid var(--rule)}
thead th{font-weight:600;color:var(--muted);border-bottom-color:var(--muted);vertical-align:bottom}
th:first-child{text-align:left;padding-left:0;font-weight:500;position:sticky;left:0;background:var(--paper)}
td:last-child,thead th:last-child{padding-right:0}
.interval{color:var(--muted);font-size:.93em}
.stacked .interval{display:block}
.stacked td,.stacked th{vertical-align:top}
td b{font-weight:400}
.beyond b{font-weight:600}
.p{color:var(--muted);font-size:.93em;margin-right:.3rem}
.mark{color:var(--accent);font-size:.7em;vertical-align:.1em}
.chance{color:var(--muted)}
.spoken,details caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.note{color:var(--muted);font-size:.875rem;margin:.5rem 0 0;max-width:46rem}
.published{border-left:3px solid var(--rule);padding-left:1.1rem}
.published .scrolls{margin-top:1.25rem}
.published caption{font-size:.875rem}
figure{margin:0}
figcaption{font-weight:600;margin-bottom:.4rem}
.drawing{overflow-x:auto}
.drawing svg{width:100%;max-width:42rem;min-width:30rem;height:auto;display:block}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:0 0 .5rem;padding:0;font-size:.875rem}
.legend svg{margin-right:.45rem;vertical-align:-.05em}
details{margin-top:.4rem;font-size:.875rem}
summary{cursor:pointer;color:var(--muted)}
details .scrolls{margin-top:.6rem}
.protocol{background:var(--raised);border-radius:.5rem;padding:1rem 1.2rem;font-size:.8125rem;line-height:1.45;align-self:start}
.protocol dl{margin:0;display:grid;gap:.35rem}
.protocol div{display:grid;grid-template-columns:7rem minmax(0,1fr);column-gap:.75rem}
.protocol dt{color:var(--muted);overflow-wrap:anywhere;grid-row:1/99}
.protocol dd{margin:0;overflow-wrap:anywhere;grid-column:2}
.protocol dd:not(:only-of-type){padding-left:.8em;text-indent:-.8em}
footer{margin-top:2.5rem;border-top:1px solid var(--rule);color:var(--muted);font-size:.875rem}
@media (min-width:68rem){.beside{grid-template-columns:minmax(0,1fr) 21rem}.protocol{position:sticky;top:1.5rem;max-height:calc(100vh - 3rem);overflow-y:auto}}
@media print{:root{font-size:9.5pt;${LIGHT}}body{padding:0;max-width:none}th:first-child{position:static}.beside{display:block}.protocol{position:static;margin-top:1rem;max-height:none;overflow:visible}
 .scrolls,.drawing{overflow:visible}.drawing svg{min-width:0;max-width:15cm}th,td{padding:.2rem .4rem;white-space:normal}nav{display:none}
 figure,tr,.protocol div{break-inside:avoid}h2,h3,caption,figcaption{break-after:avoid}details:not([open]){display:none}}
`);
