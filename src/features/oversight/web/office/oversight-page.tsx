import type { VNode } from 'preact'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import type { OversightRequest } from './tools.ts'

/** A page of the records or the policy. On paper it has neither links around it nor the office's bar. */
export interface OversightPage {
  readonly title: string
  readonly back?: { readonly href: string; readonly text: string }
  readonly body: VNode
  /** Off where there is nothing worth a paper. */
  readonly printable?: boolean
}

/** A page for whoever must be able to show that the service kept its word. */
export const oversightRoute = (
  path: string,
  show: (request: OversightRequest) => Promise<OversightPage | { readonly redirect: string } | null>,
): Route<PurposeKey> => ({
  method: 'GET',
  path,
  area: 'office',
  purpose: 'accountability',
  entry: 'purpose',
  handle: async (request): Promise<Reply> => {
    const shown = await show(asStaff(request))
    if (shown === null) return { notFound: true }
    if ('redirect' in shown) return shown
    if (request.query.print === 'yes') return { page: { title: shown.title, body: shown.body, forPrint: true } }
    return { page: { title: shown.title, body: <Framed page={shown} path={request.path} query={request.query} /> } }
  },
})

const Framed = (props: {
  readonly page: OversightPage
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}) => (
  <>
    {props.page.back && <BackLink href={props.page.back.href}>{props.page.back.text}</BackLink>}
    <h1 class="govuk-heading-l">{props.page.title}</h1>
    {props.page.printable && (
      <p class="govuk-body">
        <a class="govuk-link" href={`${props.path}?${new URLSearchParams({ ...props.query, print: 'yes' })}`}>
          Print this page
        </a>
      </p>
    )}
    {props.page.body}
  </>
)
