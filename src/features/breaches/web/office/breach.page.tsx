import type { VNode } from 'preact'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { dateAndTime, shortDateAndTime } from '../../../../ui/dates.ts'
import { FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import type { Id } from '../../../../values/ids.ts'
import type { WholeBreach } from '../../data/breach-reads.ts'
import {
  howWords,
  nextQuestion,
  type Question,
  questionWords,
  riskWords,
  stillToTell,
  type ToldWhom,
  wayWords,
} from '../../domain/breach.ts'
import { leftWords, reportBy } from '../../domain/hours.ts'
import { breachesPath, hoursMatter } from './list.page.tsx'
import { questionForms } from './question-forms.tsx'

export interface BreachPageProps {
  readonly found: WholeBreach
  readonly law: string
  readonly controller: string | null
  readonly now: Temporal.Instant
  readonly form: FormState
  readonly token: () => string
  readonly names: ReadonlyMap<Id, string>
}

/** One breach, from top to bottom: what is to be done now stands open, what was done can be read and mended, what follows is named. */
export function BreachPage(props: BreachPageProps) {
  const { breach } = props.found
  const open = breach.closed_on === null
  const next = nextQuestion(breach)
  const asked = questionsOf(breach.kind)
  const at = asked.indexOf(next)
  const [before, after] = [asked.slice(0, at), asked.slice(at + 1)]
  return (
    <>
      <BackLink href={breachesPath}>Breaches and near misses</BackLink>
      <FormErrorSummary form={props.form} />
      <span class="govuk-caption-l">{breach.reference}</span>
      <h1 class="govuk-heading-l">{breach.kind === 'near_miss' ? 'A near miss' : 'Something went wrong with data'}</h1>
      {!open && <InsetText>This is closed.</InsetText>}
      {open && hoursMatter(breach) && <Hours {...props} />}
      <Known {...props} />
      {open && (
        <>
          <section>
            <h2 class="govuk-heading-m">Now: {questionWords[next].toLowerCase()}</h2>
            {questionForms[next](props)}
          </section>
          <Others heading="Mend what was answered" questions={before} props={props} />
          <Others heading="What follows" questions={after} props={props} />
        </>
      )}
    </>
  )
}

const questionsOf = (kind: 'breach' | 'near_miss'): readonly Question[] =>
  kind === 'near_miss'
    ? ['contain', 'whose', 'learn', 'close']
    : ['contain', 'whose', 'risk', 'notify', 'report', 'tell', 'others', 'learn', 'close']

/** Which fields each question has: where one is wrong, its form stands open. */
const fieldsOf: Readonly<Record<Question, readonly string[]>> = {
  contain: ['contained'],
  whose: ['whose', 'people_count'],
  risk: ['risk', 'consequences'],
  notify: ['notify', 'notify_reason'],
  report: ['told', 'how', 'words', 'their_reference', 'late_reason'],
  tell: ['tell', 'tell_reason'],
  others: ['controller', 'charity', 'charity_reason'],
  learn: ['measures'],
  close: [],
}

function Others(given: {
  readonly heading: string
  readonly questions: readonly Question[]
  readonly props: BreachPageProps
}): VNode | null {
  const { heading, questions, props } = given
  if (questions.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{heading}</h2>
      {questions.map((it) => (
        <Details
          summary={questionWords[it]}
          open={fieldsOf[it].some((field) => props.form.errors[field] !== undefined)}
        >
          {questionForms[it](props)}
        </Details>
      ))}
    </section>
  )
}

const Hours = ({ found: { breach }, law, now }: BreachPageProps) => {
  const by = reportBy(breach.aware_at, law)
  return (
    <InsetText>
      <strong>{leftWords(by, now)}</strong> to tell the regulator, if it must be told: until {dateAndTime(by)}, by the
      clocks here. You can tell it a part now and the rest later.
    </InsetText>
  )
}

const whomWords: Readonly<Record<ToldWhom, string>> = {
  regulator: 'The regulator',
  controller: 'Whoever we work for',
  people: 'The people',
  charity: 'The Charity Commission',
}

const decided = (yes: string, no: string, answer: string | null, reason: string | null, name: string | undefined) =>
  `${answer === 'yes' ? yes : no}${reason ? `: ${reason}` : ''}${name ? ` (${name})` : ''}`

function Known({ found: { breach, reports }, names }: BreachPageProps) {
  const left = stillToTell(breach)
  const nameOf = (id: Id | null) => (id === null ? undefined : names.get(id))
  return (
    <SummaryList
      card={{ title: { content: 'What we know' } }}
      rows={[
        { key: 'What went wrong', value: wayWords[breach.way] },
        { key: 'What happened', value: breach.what ?? '' },
        { key: 'The first of us knew', value: dateAndTime(breach.aware_at) },
        { key: 'Recorded', value: `${shortDateAndTime(breach.made_at)}, ${nameOf(breach.made_by) ?? 'a colleague'}` },
        breach.case_id !== null && { key: 'Case', value: { content: <CaseLink caseId={breach.case_id} /> } },
        breach.contained !== null && { key: 'Done at once', value: breach.contained },
        breach.whose !== null && { key: 'Whose data', value: breach.whose },
        breach.people_count !== null && { key: 'How many people', value: String(breach.people_count) },
        breach.delicate === true && { key: 'Delicate', value: 'Health, safety, where somebody lives, or the like' },
        breach.risk !== null && {
          key: 'What can come of it',
          value: `${riskWords[breach.risk]}. ${breach.consequences}`,
        },
        breach.notify !== null && {
          key: 'The regulator',
          value: decided('Is told', 'Is not told', breach.notify, breach.notify_reason, nameOf(breach.notify_by)),
        },
        breach.tell !== null && {
          key: 'The people',
          value: decided('Are told', 'Are not told', breach.tell, breach.tell_reason, nameOf(breach.tell_by)),
        },
        breach.charity !== null && {
          key: 'The Charity Commission',
          value:
            breach.charity === 'none'
              ? 'We are no charity'
              : decided('Is told', 'Is not told', breach.charity, breach.charity_reason, undefined),
        },
        ...reports.map((it) => ({
          key: `Told: ${whomWords[it.told].toLowerCase()}`,
          value: [
            `${dateAndTime(it.told_at)}, ${howWords[it.how].toLowerCase()}: ${it.words}`,
            it.their_reference && `Their reference: ${it.their_reference}.`,
            it.late_reason && `Late because: ${it.late_reason}`,
          ]
            .filter(Boolean)
            .join(' '),
        })),
        left.length > 0 && { key: 'Still to be told', value: left.map((it) => whomWords[it]).join(', ') },
        breach.measures !== null && { key: 'What keeps it from happening again', value: breach.measures },
      ]}
    />
  )
}

const CaseLink = ({ caseId }: { readonly caseId: Id }) => (
  <a class="govuk-link" href={`/office/cases/${caseId}`}>
    The file it is about
  </a>
)
