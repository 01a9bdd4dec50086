import { useCallback, useEffect, useState } from 'preact/hooks';
import { ChangesPage } from './changes.js';
import { DetailDrawer, type Detail } from './detail.js';
import { Endpoints, type Wanted } from './endpoints.js';
import { Findings, type FindingFilter } from './findings.js';
import { Overview } from './overview.js';
import { changes, survey } from './report-data.js';
import { System } from './system.js';
import { ThemeSwitch } from './theme.js';
import { momentOf, plural } from './words.js';

const TABS = ['overview', 'endpoints', 'findings', 'system', ...(changes ? ['changes'] : [])] as const;
type Tab = (typeof TABS)[number];
const COUNTS: Readonly<Record<string, number>> = {
  endpoints: survey.endpoints.length,
  findings: survey.findings.length,
};

const tabInAddress = (): Tab => TABS.find((tab) => location.hash === `#${tab}`) ?? 'overview';

export function App() {
  const [tab, setTab] = useState<Tab>(tabInAddress);
  const [detail, setDetail] = useState<Detail | null>(null);
  const [wantedFindings, setWantedFindings] = useState<FindingFilter | null>(null);
  const [wantedEndpoints, setWantedEndpoints] = useState<Wanted | null>(null);
  useEffect(() => {
    const follow = (): void => setTab(tabInAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const go = (to: Tab): void => {
    location.hash = to;
    setTab(to);
  };
  const open = useCallback((shown: Detail) => setDetail(shown), []);
  const close = useCallback(() => setDetail(null), []);
  const onTabKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length]!;
    go(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const { project, madeAt, tool, faults } = survey;
  return (
    <>
      <header class="top">
        <div>
          <h1>{project.name}</h1>
          <p class="muted">{`Backend report, ${momentOf(madeAt)}. ${plural(project.files, 'file')}, preset ${project.preset}.`}</p>
        </div>
        <ThemeSwitch />
      </header>
      <nav aria-label="Parts of the report">
        <div class="tabs" role="tablist" aria-label="Parts of the report" onKeyDown={onTabKey}>
          {TABS.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              id={`tab-${each}`}
              aria-selected={each === tab}
              aria-controls={`panel-${each}`}
              tabIndex={each === tab ? 0 : -1}
              onClick={() => go(each)}
            >
              {each}
              {each in COUNTS ? <span class="muted">{` ${COUNTS[each]!.toLocaleString('en')}`}</span> : null}
            </button>
          ))}
        </div>
      </nav>
      <main>
        {TABS.map((each) => (
          <div key={each} id={`panel-${each}`} role="tabpanel" aria-labelledby={`tab-${each}`} hidden={each !== tab}>
            {each !== tab ? null : each === 'overview' ? (
              <Overview
                onOpen={open}
                onFindings={(filter) => {
                  setWantedFindings({ ...filter });
                  go('findings');
                }}
                onEndpoints={(wanted) => {
                  setWantedEndpoints({ ...wanted });
                  go('endpoints');
                }}
              />
            ) : each === 'endpoints' ? (
              <Endpoints wanted={wantedEndpoints} onOpen={open} />
            ) : each === 'findings' ? (
              <Findings wanted={wantedFindings} onOpen={open} />
            ) : each === 'system' ? (
              <System />
            ) : changes ? (
              <ChangesPage changes={changes} onOpen={open} />
            ) : null}
          </div>
        ))}
      </main>
      <footer class="muted">
        <p>{`Made by ${tool.name} ${tool.version}.`}</p>
        {faults.length === 0 ? null : (
          <details>
            <summary>{plural(faults.length, 'file could not be analysed', 'files could not be analysed')}</summary>
            <ul class="plain-list">
              {faults.map(({ file, message }, index) => (
                <li key={index}>{`${file}: ${message}`}</li>
              ))}
            </ul>
          </details>
        )}
        <details>
          <summary>Licences of the libraries in this page</summary>
          <pre tabIndex={0} aria-label="Licence texts">
            {document.getElementById('licences')?.textContent}
          </pre>
        </details>
      </footer>
      {detail ? <DetailDrawer detail={detail} onClose={close} /> : null}
    </>
  );
}
