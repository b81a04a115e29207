import type { PageRequest, Reply, Route, SetCookie } from '../../platform/web/route.ts'
import type { Worker } from '../../platform/worker/worker.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { Button } from '../../ui/components/button.tsx'
import type { Content } from '../../ui/components/common.ts'
import { TopBar } from '../../ui/components/top-bar.tsx'
import { dateAndTime } from '../../ui/dates.ts'
import { type Id, isId } from '../../values/ids.ts'
import type { DemonstrationClock } from './demonstration-clock.ts'
import { type DroppedMail, dropBoxRoutes } from './drop-box.tsx'
import { moveClock, type Step } from './move-clock.ts'
import { type OutboxParts, outboxRoutes } from './outbox.tsx'

type Request = PageRequest<PurposeKey>

export interface DemonstrationParts extends OutboxParts {
  readonly clock: DemonstrationClock
  readonly worker: () => Worker
  nextDue(after: Temporal.Instant): Promise<Temporal.Instant | null>
  people(): Promise<readonly { readonly id: Id; readonly name: string; readonly role: string }[]>
  /** Parties of a live case, to be one of. */
  parties(): Promise<readonly { readonly id: Id; readonly name: string; readonly side: 'A' | 'B' }[]>
  signInParty(personId: Id, cookies: Readonly<Record<string, string>>): Promise<SetCookie>
  signIn(staffId: Id, cookies: Readonly<Record<string, string>>): Promise<SetCookie>
  signOut(cookies: Readonly<Record<string, string>>): Promise<void>
  /** Takes a message as the mailbox would, and sorts it. */
  takeMail(mail: DroppedMail): Promise<void>
}

const base = { area: 'public', purpose: 'information', entry: 'anybody' } as const

/** Pages that only the demonstration mounts: being anyone, moving the clock, reading the mail that went out. */
export const demonstrationRoutes = (parts: DemonstrationParts): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path: '/demonstration', handle: (request) => choose(parts, request) },
  { ...base, method: 'POST', path: '/demonstration/be', handle: (request) => become(parts, request) },
  { ...base, method: 'POST', path: '/demonstration/clock', handle: (request) => move(parts, request) },
  ...dropBoxRoutes(parts.takeMail),
  ...outboxRoutes(parts),
]

async function choose(parts: DemonstrationParts, request: Request): Promise<Reply> {
  const [people, parties] = await Promise.all([parts.people(), parts.parties()])
  return {
    page: {
      title: 'Who do you want to be?',
      exitThisPage: false,
      body: (
        <>
          <h1 class="govuk-heading-xl">Who do you want to be?</h1>
          <p class="govuk-body-l">
            This is a demonstration. The service, its people and its cases are invented. Press a button and you are
            signed in.
          </p>
          <ul class="govuk-list">
            <li>
              <Button href="/">A visitor to the website</Button>
            </li>
            {people.map((person) => (
              <li>
                <form method="post" action="/demonstration/be">
                  <input type="hidden" name="_form" value={request.formToken()} />
                  <Button name="staff" value={person.id} classes="govuk-button--secondary">
                    {person.name}, {person.role}
                  </Button>
                </form>
              </li>
            ))}
            {parties.map((party) => (
              <li>
                <form method="post" action="/demonstration/be">
                  <input type="hidden" name="_form" value={request.formToken()} />
                  <Button name="party" value={party.id} classes="govuk-button--secondary">
                    {party.name}, party {party.side} of a case
                  </Button>
                </form>
              </li>
            ))}
          </ul>
          <p class="govuk-body">
            <a class="govuk-link" href="/demonstration/outbox">
              Mail that the service has sent
            </a>
            <br />
            <a class="govuk-link" href="/demonstration/drop-box">
              Send the office an e-mail
            </a>
          </p>
        </>
      ),
    },
  }
}

async function become(parts: DemonstrationParts, request: Request): Promise<Reply> {
  const { staff, party } = request.form.values
  if (isId(party) && (await parts.parties()).some((it) => it.id === party))
    return { redirect: '/portal', cookies: [await parts.signInParty(party, request.cookies)] }
  const people = await parts.people()
  if (!isId(staff) || !people.some((person) => person.id === staff)) return { notFound: true }
  await parts.signOut(request.cookies)
  // Past what was sent too late, as after every sign-in.
  return { redirect: '/office/kept', cookies: [await parts.signIn(staff, request.cookies)] }
}

const steps: readonly Step[] = ['day', 'month', 'next']

async function move(parts: DemonstrationParts, request: Request): Promise<Reply> {
  const step = steps.find((it) => it === request.form.values.step)
  if (!step) return { notFound: true }
  await moveClock(step, { clock: parts.clock, worker: parts.worker(), nextDue: parts.nextDue })
  return { redirect: localPath(request.form.values.back) }
}

/** Back to where one was: a path of this server and nothing else. */
const localPath = (path: string | undefined): string =>
  path && /^\/(?!\/)[\w\-./]*$/.test(path) ? path : '/demonstration'

/** The bar on top of every page: what time it is in the demonstration, and how to move it. */
export const demonstrationBar =
  (parts: Pick<DemonstrationParts, 'clock'>, tokenFor: () => string) =>
  (request: Request | null): Content => {
    const button = (step: Step, words: string) => (
      <button type="submit" name="step" value={step} class="ev-small-button">
        {words}
      </button>
    )
    return (
      <TopBar label="Demonstration">
        <span>
          Demonstration. It is {dateAndTime(parts.clock.now())}.{' '}
          <a class="govuk-link" href="/demonstration">
            Be somebody else
          </a>
        </span>
        <form method="post" action="/demonstration/clock">
          <input type="hidden" name="_form" value={tokenFor()} />
          <input type="hidden" name="back" value={request?.path ?? '/demonstration'} />
          {button('day', 'A day later')} {button('month', 'A month later')} {button('next', 'To what is due next')}
        </form>
      </TopBar>
    )
  }
