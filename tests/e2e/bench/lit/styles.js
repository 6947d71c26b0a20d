// Looks much like the card's own: the browser is to lay out the same amount.
import { css } from "lit";

export const styles = css`
  :host { display: flow-root; max-width: 42em; margin: 0 auto; color-scheme: light dark; }
  article { padding: 1.2em; border-top: 3px solid; font: 17px/1.55 Georgia, serif; }
  p { margin: 0 0 1.1em; }
  .badge { margin: 0 0 .5em; font-size: .8em; font-weight: 700; letter-spacing: .05em; text-transform: uppercase; }
  h2 { margin: 0 0 .5em; font-size: 1.8em; line-height: 1.15; text-wrap: balance; }
  .lead { margin: 0 0 .8em; font-size: 1.15em; }
  .by, time, .number { color: light-dark(#5c5b57, #aaa9a3); font-size: .88em; }
  details { border-top: 1px solid light-dark(#dcdad4, #3b3d41); }
  summary { padding: .7em 0; font-weight: 700; cursor: pointer; }
  ol { margin: 0; padding: 0; list-style: none; }
  li { margin: .8em 0; font-size: .94em; line-height: 1.5; }
  .timeline li, .sources li { display: grid; grid-template-columns: 9em 1fr; gap: .5em; }
  .sources li { grid-template-columns: 2.5em 1fr; }
  .timeline p { margin: 0; }
  a { color: light-dark(#0a5688, #8fc7f2); }
  blockquote { margin: .3em 0; padding-left: 1em; border-left: 3px solid light-dark(#dcdad4, #3b3d41); }
  .marker {
    padding: 0 .15em; border: 0; background: none; color: light-dark(#0a5688, #8fc7f2);
    font: inherit; font-size: .75em; line-height: 1; vertical-align: super; cursor: pointer;
  }
  .marker:hover, .marker[aria-describedby] { background: light-dark(#fdf0c3, #473d16); }
  .note {
    position: absolute; inset: 0 auto auto 0; width: max-content; max-width: min(23em, calc(100vw - 16px));
    box-sizing: border-box; margin: 0; padding: .8em 1em; border: 1px solid light-dark(#dcdad4, #3b3d41);
    background: light-dark(#fff, #222528); box-shadow: 0 6px 28px #0003; font: 15px/1.5 Georgia, serif;
  }
  @media (width < 30em) { .timeline li { grid-template-columns: 1fr; } }
`;
