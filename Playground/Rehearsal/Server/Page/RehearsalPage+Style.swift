extension RehearsalPage {
    static let style = #"""
        :root {
          --page: #f6f7f8; --card: #ffffff; --text: #1b1f24; --faint: #57606a; --line: #d9dee3; --focus: #0550ae;
          --primary: #1a7f37; --exactCache: #0b7285; --semanticCache: #38a3a5; --fallbackModel: #c47f00;
          --staleCache: #e0b04a; --staticFAQ: #7c4dbd; --apology: #e0667a; --error: #b3261e; --abandoned: #8b949e;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #0f1318; --card: #181d24; --text: #e6e9ed; --faint: #9aa5b1; --line: #2d343d; --focus: #79b8ff;
            --primary: #3fb950; --exactCache: #2aa5b8; --semanticCache: #7fd3d1; --fallbackModel: #e3a008;
            --staleCache: #f2cf7a; --staticFAQ: #b083f0; --apology: #ff9ba8; --error: #f0524f; --abandoned: #6e7681;
          }
        }
        * { box-sizing: border-box; margin: 0; }
        body { background: var(--page); color: var(--text); padding: 1rem;
          font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        header, main, footer { max-width: 82rem; margin: 0 auto; }
        header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; margin-bottom: .75rem; }
        h1 { font-size: 1.35rem; }
        h2 { font-size: 1rem; margin-bottom: .5rem; }
        header p, footer, .empty, .numbers p, .axis, .span { color: var(--faint); }
        footer { margin-top: 1rem; font-size: .85rem; }
        main { display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr); }
        main > section, .numbers > div { background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
          padding: .8rem 1rem; min-width: 0; }
        @media (min-width: 62rem) {
          main { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr); }
          .numbers, .answers, .calls { grid-column: 1 / -1; }
          .scenario { grid-column: span 1; } .breakers { grid-column: span 2; }
          .scenario { order: 3; } .breakers { order: 4; } .calls { order: 5; }
        }
        .numbers { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); }
        .numbers dt { font-size: .85rem; font-weight: 600; }
        .numbers dd { font-size: 1.7rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
        .numbers p { font-size: .8rem; }
        .chart { position: relative; }
        canvas { display: block; width: 100%; height: 12rem; }
        .axis { font-size: .75rem; font-variant-numeric: tabular-nums; }
        #most { position: absolute; top: 0; left: .15rem; }
        .span { font-size: .85rem; margin-top: .4rem; font-variant-numeric: tabular-nums; }
        .times { display: flex; justify-content: space-between; }
        ul, ol { list-style: none; padding: 0; }
        #legend, #providers { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin-top: .5rem; }
        #legend li { display: flex; align-items: center; gap: .4rem; }
        #legend b, .count, .facts { font-variant-numeric: tabular-nums; }
        .swatch { width: .8rem; height: .8rem; border-radius: .2rem; flex: none; }
        #legend .none { color: var(--faint); }
        .buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .7rem; }
        button { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line);
          border-radius: .45rem; padding: .35rem .75rem; min-height: 2.2rem; cursor: pointer; }
        button:hover { border-color: var(--faint); }
        button[aria-pressed=true] { border-color: var(--text); font-weight: 600; }
        :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
        progress { width: 100%; height: .5rem; margin: .4rem 0; accent-color: var(--focus); }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); }
        th { font-size: .8rem; font-weight: 600; color: var(--faint); }
        .count { text-align: right; } td.count { white-space: nowrap; }
        td:last-child { min-width: 6rem; }
        .state { font-weight: 600; white-space: nowrap; }
        .closed { color: var(--primary); } .open, .forcedOpen, .isolated { color: var(--error); }
        .halfOpen, .recovering { color: var(--fallbackModel); }
        @media (prefers-color-scheme: light) { .halfOpen, .recovering { color: #8a5a00; } }
        #calls > li { border-top: 1px solid var(--line); }
        #calls > li:first-child { border-top: 0; }
        #calls button { all: unset; box-sizing: border-box; cursor: pointer; width: 100%; padding: .4rem .2rem;
          display: grid; gap: 0 .9rem; grid-template-columns: 11rem minmax(0, 1fr) auto; align-items: baseline; }
        #calls button:hover { background: var(--page); }
        #calls button:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; }
        .level { display: flex; align-items: center; gap: .45rem; white-space: nowrap; }
        .question { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        .facts { color: var(--faint); font-size: .85rem; text-align: right; }
        #calls pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--page); border-radius: .45rem;
          padding: .6rem .8rem; margin: .1rem 0 .6rem; font: .8rem/1.5 ui-monospace, SFMono-Regular, Menlo, monospace; }
        code { font: .85em ui-monospace, SFMono-Regular, Menlo, monospace; overflow-wrap: anywhere; }
        @media (max-width: 40rem) {
          #calls button { grid-template-columns: max-content minmax(0, 1fr); }
          #calls .question { grid-column: 1 / -1; grid-row: 2; white-space: normal; }
          .numbers { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .5rem; }
          .numbers > div { padding: .6rem .75rem; } .numbers dd { font-size: 1.4rem; }
          .numbers > div:last-child { grid-column: 1 / -1; }
          th, td { padding-right: .5rem; vertical-align: top; }
          th[scope=row] { overflow-wrap: anywhere; min-width: 3.6rem; }
          td:last-child { min-width: 0; padding-right: 0; }
          .state { white-space: normal; }
        }
        """#
}
