import { plainDate } from '../../../../ui/dates.ts'
import type { PublishedSettings } from '../../../settings/index.ts'
import { ElsewhereLink, OwnWords, Telephone, Words } from './page-parts.tsx'

/** When the pages were last looked through by hand and by machine. */
const lookedThrough = '2026-11-21'

export const AccessibilityPage = ({ published }: { readonly published: PublishedSettings }) => (
  <Words heading="Using this website">
    <p class="govuk-body-l">We want everybody to be able to use this website, and our rooms.</p>
    <OwnWords text={published.textFor['accessibility.help']} />
    <h2>What you can do here</h2>
    <ul>
      <li>make the words as big as you like, with nothing cut off</li>
      <li>use every page by keyboard alone, or with a screen reader</li>
      <li>use every page with scripts switched off</li>
      <li>print every page</li>
      <li>have dark pages, if your phone or computer is set to dark</li>
      <li>do by telephone or letter what can be done here</li>
    </ul>
    <h2>What is not good enough yet</h2>
    <ul>
      <li>Our pages are in English. Ask us if you need another language.</li>
      <li>People who use a screen reader every day have not tried these pages for us yet.</li>
    </ul>
    <h2>How we checked</h2>
    <p>
      We work to the{' '}
      <ElsewhereLink href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines 2.2</ElsewhereLink>,
      level AA. Programs test each page for mistakes, at the size of a phone and of a desk, with script and without. We
      last looked through the pages on {plainDate(Temporal.PlainDate.from(lookedThrough))}.
    </p>
    <h2>Tell us</h2>
    <p>
      If something here does not work for you, <a href="/contact">send us a message</a>
      {published.telephone && (
        <>
          {' '}
          or call <Telephone number={published.telephone} />
        </>
      )}
      . We will find another way for you, and mend it.
    </p>
  </Words>
)
