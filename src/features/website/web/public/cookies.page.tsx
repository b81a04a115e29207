import { cookieName } from '../../../../platform/web/cookies.ts'
import type { CookiePage as CookieFacts, NoticeTable } from '../../../../policy/notice/index.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import { WideTable } from './notice-view.tsx'
import { WideWords } from './page-parts.tsx'

export interface CookiesPageProps {
  readonly facts: CookieFacts
  readonly form: FormState
  readonly token: string
  readonly origin: URL
  /** The choice was just changed. */
  readonly saved: boolean
}

/** What is stored in a browser, from the policy, and the choice that there is. */
export const CookiesPage = ({ facts, form, token, origin, saved }: CookiesPageProps) => (
  <>
    <FormErrorSummary form={form} />
    {saved && <NotificationBanner type="success">Your choice is saved.</NotificationBanner>}
    <WideWords heading="Cookies">
      <p class="govuk-body-l">{facts.introduction}</p>
      <WideTable table={namedAsShown(facts.table, origin)} />
      {facts.questions.length > 0 && <Choice facts={facts} form={form} token={token} />}
      <p>
        No other company stores or reads anything in your browser here. <a href="/privacy">Read our privacy notice</a>.
      </p>
    </WideWords>
  </>
)

const Choice = ({ facts, form, token }: Pick<CookiesPageProps, 'facts' | 'form' | 'token'>) => (
  <Form action="/cookies" formFields={<HiddenField name="_form" value={token} />}>
    <h2>Your choice</h2>
    <RadiosField
      form={form}
      name="choice"
      legend={facts.questions.map(({ wording }) => wording).join(' ')}
      items={[
        { value: 'accepted', content: 'Yes' },
        { value: 'refused', content: 'No' },
      ]}
    />
    {facts.questions.map(({ stops, continues }) => (
      <p>
        If you change from yes to no: {stops} {continues}
      </p>
    ))}
    <HiddenField name="back" value="/cookies" />
    <Button>Save my choice</Button>
  </Form>
)

/** Over TLS a browser shows a cookie under a name that binds it to this website. */
const namedAsShown = (table: NoticeTable, origin: URL): NoticeTable => ({
  ...table,
  rows: table.rows.map(([name = '', kind, ...rest]) => [
    kind === 'Cookie' ? cookieName(name, origin) : name,
    kind ?? '',
    ...rest,
  ]),
})
