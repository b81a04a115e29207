import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import { type CompiledPolicy, clausesOf } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag, type TagColour } from '../../../../ui/components/tag.tsx'
import { shortDateAndTime } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { storedResults } from '../../data/check-results.ts'
import { type PromiseStanding, type PromiseState, promiseStates, type TestRecord } from '../../domain/promise-state.ts'
import type { OversightTools } from './tools.ts'

const path = '/office/oversight/promises'
const base = { area: 'office', purpose: 'accountability', entry: 'purpose' } as const

/** Every promise: what enforces it, when it was last seen to hold, and what does not. */
export const promisesPage = (tools: OversightTools): Route<PurposeKey> => ({
  ...base,
  method: 'GET',
  path,
  handle: async (request: PageRequest<PurposeKey>): Promise<Reply> => {
    const { desk, staff } = asStaff(request)
    const deed = { purpose: 'accountability', deed: 'promises.opened' } as const
    const record = await tools.testRecord()
    const results = await desk.read(staff.id, deed, storedResults)
    const { policy, checks } = tools
    const states = promiseStates({ clauses: clausesOf(policy), planned: plannedOf(policy), record, checks, results })
    const body = (
      <Promises states={states} record={record} token={request.formToken()} results={results} tools={tools} />
    )
    return { page: { title: 'Promises kept', body } }
  },
})

/** Looks at everything now. */
export const checkPromisesRoute = (tools: OversightTools): Route<PurposeKey> => ({
  ...base,
  method: 'POST',
  path,
  handle: async () => {
    await tools.lookNow()
    return { redirect: path }
  },
})

const plannedOf = (policy: CompiledPolicy): ReadonlySet<string> =>
  new Set(
    Object.values(policy.purposes)
      .filter((it) => it.state === 'planned')
      .map((it) => `purposes.${it.key}`),
  )

const tags: Readonly<Record<PromiseStanding, readonly [string, TagColour]>> = {
  holds: ['Kept', 'green'],
  fails: ['Not kept', 'red'],
  notYet: ['Not yet', 'grey'],
  notKnown: ['Not known', 'yellow'],
}
const StandingTag = ({ state }: { readonly state: PromiseStanding }) => (
  <Tag colour={tags[state][1]}>{tags[state][0]}</Tag>
)

interface Shown {
  readonly states: readonly PromiseState[]
  readonly record: TestRecord | null
  readonly results: Awaited<ReturnType<typeof storedResults>>
  readonly token: string
  readonly tools: OversightTools
}

const Promises = (shown: Shown) => (
  <>
    <h1 class="govuk-heading-l">Promises kept</h1>
    <p class="govuk-body">
      What this service promises people about their data, and how we know that it does so. {summary(shown.states)}
    </p>
    <Broken states={shown.states} />
    <LiveChecks {...shown} />
    <h2 class="govuk-heading-m">Every promise</h2>
    <p class="govuk-body">{recordWords(shown.record)}</p>
    <ScrollArea label="Every promise">
      <Table
        caption="Every promise"
        captionClasses="govuk-visually-hidden"
        head={['Id', 'Promise', 'State', 'Rules', 'Tests', 'Seen to hold']}
        firstCellIsHeader
        rows={shown.states.map((it) => [
          it.id,
          it.title,
          <StandingTag state={it.state} />,
          { content: it.clauses.length, format: 'numeric' },
          testsWords(it),
          it.heldAt ? shortDateAndTime(it.heldAt) : '–',
        ])}
      />
    </ScrollArea>
    <Details summary="Which rules of the policy carry each promise">
      <ul class="govuk-list">
        {shown.states
          .filter((it) => it.clauses.length > 0)
          .map((it) => (
            <li>
              {it.id}: {it.clauses.join(', ')}
            </li>
          ))}
      </ul>
    </Details>
  </>
)

const summary = (states: readonly PromiseState[]): string => {
  const count = (state: PromiseStanding) => states.filter((it) => it.state === state).length
  return `${count('holds')} are kept, ${count('fails')} are not, ${count('notYet')} are not built yet, and of ${count('notKnown')} it is not known.`
}

const testsWords = ({ tests }: PromiseState): string =>
  tests.length === 0 ? '–' : `${tests.filter((it) => it.passed).length} of ${tests.length} pass`

const recordWords = (record: TestRecord | null): string =>
  record
    ? `The tests ran last on ${shortDateAndTime(Temporal.Instant.from(record.at))}, on ${record.commit ? `version ${record.commit.slice(0, 8)}` : 'an unknown version'}.`
    : 'Nobody knows how the tests stand: they have not been run to their end where this service runs (npm test).'

function Broken({ states }: Pick<Shown, 'states'>) {
  const broken = states.filter((it) => it.state === 'fails')
  if (broken.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">What does not hold</h2>
      <ul class="govuk-list govuk-list--bullet">
        {broken.map((it) => (
          <li>
            <StandingTag state="fails" /> {it.id}, {it.title}: {brokenWords(it)}
          </li>
        ))}
      </ul>
    </>
  )
}

const brokenWords = ({ checks, tests }: PromiseState): string =>
  [
    ...checks.filter((it) => it.result?.state === 'fails').map((it) => it.result?.words ?? ''),
    ...tests.filter((it) => !it.passed).map((it) => `The test “${it.name}” fails.`),
  ].join(' ')

const liveTags = { holds: tags.holds, fails: tags.fails, unknown: tags.notKnown } as const

const LiveChecks = ({ results, token, tools }: Shown) => (
  <>
    <h2 class="govuk-heading-m">Looked at in the running service</h2>
    <ScrollArea label="Looked at in the running service">
      <Table
        caption="Looked at in the running service"
        captionClasses="govuk-visually-hidden"
        head={['What', 'State', 'Found', 'Looked at', 'Seen to hold']}
        firstCellIsHeader
        rows={tools.checks.map((check) => {
          const result = results.get(check.key)
          const [words, colour] = result ? liveTags[result.state] : tags.notKnown
          return [
            check.href ? (
              <a class="govuk-link" href={check.href}>
                {check.title}
              </a>
            ) : (
              check.title
            ),
            <Tag colour={colour}>{words}</Tag>,
            result?.words ?? 'Nobody has looked yet.',
            result ? shortDateAndTime(result.checkedAt) : '–',
            result?.heldAt ? shortDateAndTime(result.heldAt) : '–',
          ]
        })}
      />
    </ScrollArea>
    <Form action={path} formFields={<input type="hidden" name="_form" value={token} />}>
      <Button classes="govuk-button--secondary">Look now</Button>
    </Form>
  </>
)
