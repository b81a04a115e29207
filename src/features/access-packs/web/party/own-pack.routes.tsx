import type { Scope } from '../../../../platform/database/desk.ts'
import { asParty } from '../../../../platform/web/party-request.ts'
import type { PartyRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import { isId } from '../../../../values/ids.ts'
import { FormToken, portalPage } from '../../../portal/index.ts'
import { type TakingForm, takings } from '../../actions/make-pack.ts'
import type { PackTools } from '../../actions/pack-tools.ts'
import { takePack } from '../../actions/take-pack.ts'
import { type OwnPack, ownPacks } from '../../data/taken-packs.ts'
import { whatStays } from '../../documents/pack-pdf.ts'

type Request = PartyRequest<PurposeKey>
const notFound = { notFound: true } as const

export const ownPackPath = (packId: string) => `/portal/data/${packId}`

/** What a party takes of what they asked for, while they are signed in and for as long as it is good. */
export function ownPackRoutes(tools: PackTools): Route<PurposeKey>[] {
  const base = { area: 'portal', purpose: 'rights', entry: 'party', path: ownPackPath(':packId') } as const
  return [
    { ...base, method: 'GET', handle: (request) => show(asParty(request)) },
    { ...base, method: 'POST', handle: (request) => take(tools, asParty(request)) },
  ]
}

/** For the page of a party's own requests: what is ready. */
export const readyForParty = async (scope: Scope) =>
  (await ownPacks(scope)).map((it) => ({ reference: it.reference, href: ownPackPath(it.id) }))

async function own(request: Request): Promise<OwnPack | null> {
  const deed = { purpose: 'rights', deed: 'portal.pack-opened' } as const
  const packs = await request.desk.read(request.party.id, deed, ownPacks)
  return packs.find((it) => it.id === request.params.packId) ?? null
}

const words: Readonly<Record<TakingForm, string>> = {
  pdf: 'Take it to read (PDF)',
  json: 'Take it for a program (JSON)',
  archive: 'Take all of it with the documents (ZIP)',
  portable: 'Take what you told us, for another service (JSON)',
}

async function show(request: Request): Promise<Reply> {
  const pack = await own(request)
  if (!pack) return notFound
  const forms = pack.kind === 'portability' ? (['portable'] as const) : takings
  const body = (
    <>
      <BackLink href="/portal/data">Your data</BackLink>
      <span class="govuk-caption-l">{pack.reference}</span>
      <h1 class="govuk-heading-l">What we hold about you</h1>
      <p class="govuk-body">
        You can take it until {plainDate(Temporal.PlainDate.from(pack.good_until))}. We note each time that it is taken.
        Keep it where nobody else finds it.
      </p>
      {forms.map((what) => (
        <Form action={ownPackPath(pack.id)} formFields={<FormToken request={request} />}>
          <HiddenField name="what" value={what} />
          <Button classes={what === forms[0] ? undefined : 'govuk-button--secondary'}>{words[what]}</Button>
        </Form>
      ))}
      <p class="govuk-body">{whatStays}</p>
    </>
  )
  return portalPage('What we hold about you', body)
}

async function take(tools: PackTools, request: Request): Promise<Reply> {
  const { packId } = request.params
  const what = takings.find((it) => it === request.form.values.what)
  if (!isId(packId) || !what) return notFound
  const { key } = request.form
  const taken = await takePack(request.desk, tools, request.party.id, { key, packId, what })
  return taken.done ? { file: { ...taken.value, private: true } } : notFound
}
