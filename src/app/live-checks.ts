import { openBreachClocks, reportBy } from '../features/breaches/index.ts'
import { breachHours } from '../features/breaches/plugin.ts'
import { complaintClock, openComplaintClocks } from '../features/complaints/index.ts'
import { complaintRulesOf } from '../features/complaints/plugin.ts'
import { waitingMessages } from '../features/messages/index.ts'
import {
  fails,
  faultWords,
  holds,
  type LiveCheck,
  noneOf,
  soundWords,
  unknown,
  verifyRecords,
} from '../features/oversight/index.ts'
import { clockOf, openClocks } from '../features/requests/index.ts'
import { clockRulesOf } from '../features/requests/plugin.ts'
import { holdsToReview, newestBackup, oldestBackup, sweepState } from '../features/retention/index.ts'
import type { Heads } from '../platform/audit/heads.ts'
import { dayOf } from '../platform/clock/service-clock.ts'
import { compareAccess } from '../platform/database/compare-access.ts'
import { type CompiledPolicy, processingRecord, storageGuard, sweepRuleOf } from '../policy/index.ts'
import { addPeriod } from '../values/calendar-days.ts'
import { accessPlan } from './access.ts'
import { asInstaller } from './prepare-database.ts'
import type { Service } from './service.ts'

/** A sweep runs once a day: one that is older than this is missing. */
const sweepWithin = { hours: 36 } as const
/** Mail goes within minutes; what waits for longer is stuck. */
const mailWithin = { hours: 24 } as const
const looking = 'promises.checked'

/** Everything that can be looked at in a running service. */
export const liveChecks = (service: Service, heads: Heads): readonly LiveCheck[] => {
  const { policy } = service
  return [
    grants(service),
    records(policy, heads),
    requests(policy),
    holdsReviewed,
    sweep,
    agreements(policy),
    cookies(policy),
    mail,
    backups(policy),
    complaints(policy),
    breaches(policy),
  ]
}

const grants = ({ policy, place }: Service): LiveCheck => ({
  key: 'grants',
  title: 'The rights in the database are those of the policy',
  promises: ['T12', 'T13', 'T20'],
  href: '/office/policy/permissions',
  run: async () => {
    const differences = await asInstaller(place, (admin, names) => compareAccess(admin, names, accessPlan(policy)))
    return noneOf(differences.length, 'No right differs.', (count) => `${count} rights differ from the policy.`)
  },
})

const records = (policy: CompiledPolicy, heads: Heads): LiveCheck => ({
  key: 'records',
  title: 'The records of who opened what are as they were written',
  promises: ['T20'],
  href: '/office/records',
  run: async (desk) => {
    const report = await verifyRecords(desk, { heads, policy })
    const { faults } = report
    return faults.length === 0
      ? holds(soundWords(report))
      : fails(faults.slice(0, 5).map(faultWords).join(' '), faults.length)
  },
})

const requests = (policy: CompiledPolicy): LiveCheck => ({
  key: 'request-clocks',
  title: 'Requests about data are answered in time',
  promises: ['T32', 'S22'],
  href: '/office/requests',
  run: async (desk) => {
    const today = dayOf(desk.clock.now())
    const open = await desk.read(null, { purpose: 'accountability', deed: looking }, openClocks)
    const late = open
      .map((facts) => clockOf(facts, clockRulesOf(policy), today))
      .filter((clock) => Temporal.PlainDate.compare(clock.dueOn, today) < 0)
    return noneOf(
      late.length,
      `${open.length} wait, and none is late.`,
      (count) => `${count} are later than the law allows.`,
    )
  },
})

const holdsReviewed: LiveCheck = {
  key: 'holds',
  title: 'Holds are looked at again by the day set for it',
  promises: ['T29'],
  href: '/office/retention',
  run: async (desk) => {
    const late = await desk.read(null, { purpose: 'retention', deed: looking }, holdsToReview)
    return noneOf(late, 'No hold is past its day.', (count) => `${count} holds are past the day for looking again.`)
  },
}

const sweep: LiveCheck = {
  key: 'sweep',
  title: 'What has had its time is looked for each day',
  promises: ['T29', 'T31', 'S17'],
  href: '/office/retention',
  run: async (desk) => {
    const state = await desk.read(null, { purpose: 'retention', deed: looking }, sweepState)
    if (!state) return unknown('It has not run yet.')
    if (state.halted) return fails('It stands still until somebody says that the date is right.')
    const late = Temporal.Instant.compare(state.sweptAt.add(sweepWithin), desk.clock.now()) < 0
    return late ? fails('It has not run for more than a day and a half.') : holds('It has run within a day and a half.')
  },
}

const agreements = (policy: CompiledPolicy): LiveCheck => ({
  key: 'agreements',
  title: 'Whoever works with our data has a current agreement',
  promises: ['T25', 'T26', 'S16'],
  href: '/office/oversight/records',
  run: async (desk) => {
    const today = dayOf(desk.clock.now()).toString()
    const none = { telephone: '', openingHours: '', privacyLead: '' }
    const live = processingRecord(policy, none).recipients.filter((it) => !it.planned)
    const without = live.filter((it) => policy.recipients[it.key]?.gate.opens === 'underAgreement' && !it.agreement)
    const over = live.filter((it) => it.agreement !== null && it.agreement.reviewBy < today)
    const unguarded = live.filter((it) => it.safeguard === 'None')
    const bad = new Set([...without, ...over, ...unguarded].map((it) => it.name))
    return noneOf(bad.size, 'Every agreement is current.', () => `Not current: ${[...bad].join(', ')}.`)
  },
})

const cookies = (policy: CompiledPolicy): LiveCheck => ({
  key: 'cookies',
  title: 'Every cookie is listed with its purpose and its end',
  promises: ['T34', 'T35'],
  href: '/cookies',
  run: async () => {
    const listed = storageGuard(policy)
    const bad = listed.filter((it) => (policy.storage[it.key]?.text ?? '') === '' || it.maxAge === '')
    return noneOf(bad.length, `${listed.length} are listed.`, (count) => `${count} lack a purpose or an end.`)
  },
})

const mail: LiveCheck = {
  key: 'mail',
  title: 'E-mails go within a day',
  promises: ['S10', 'T15'],
  href: '/office/today',
  run: async (desk) => {
    const { count, since } = await desk.read(null, { purpose: 'booking', deed: looking }, waitingMessages)
    const stuck = since !== null && Temporal.Instant.compare(since.add(mailWithin), desk.clock.now()) < 0
    return stuck ? fails(`${count} wait, one of them for more than a day.`, count) : holds(`${count} wait.`)
  },
}

/** A copy is made each night: when the newest is older than this, one was left out. */
const backupWithin = { hours: 48 } as const

const backups = (policy: CompiledPolicy): LiveCheck => ({
  key: 'backups',
  title: 'There is a fresh copy of the records, and none that is too old',
  promises: ['T31'],
  href: null,
  run: async (desk) => {
    const looked = { purpose: 'retention', deed: looking } as const
    const [newest, oldest] = await desk.read(null, looked, async (scope) => [
      await newestBackup(scope),
      await oldestBackup(scope),
    ])
    if (!newest || !oldest) return unknown('No copy has been made yet.')
    const now = desk.clock.now()
    const rule = sweepRuleOf(policy, 'backup')
    // The sweep of the day after deletes what is over, so a copy may be a day older.
    const end = rule && addPeriod(dayOf(oldest), rule.keep).add({ days: 2 })
    if (end && Temporal.PlainDate.compare(end, dayOf(now)) < 0)
      return fails('A copy is older than the policy lets it be.')
    const stale = Temporal.Instant.compare(newest.add(backupWithin), now) < 0
    return stale
      ? fails('The newest copy is older than two days.')
      : holds('The newest copy is fresh, and none is too old.')
  },
})

const complaints = (policy: CompiledPolicy): LiveCheck => ({
  key: 'complaint-clocks',
  title: 'Complaints are acknowledged and answered in time',
  promises: ['T19', 'S24'],
  href: '/office/complaints',
  run: async (desk) => {
    const today = dayOf(desk.clock.now())
    const open = await desk.read(null, { purpose: 'accountability', deed: looking }, openComplaintClocks)
    const isPast = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) < 0
    const late = open.filter((it) => {
      const clock = complaintClock(it.about, it.receivedOn, complaintRulesOf(policy))
      return isPast(clock.answerOn) || (!it.acknowledged && isPast(clock.acknowledgeOn))
    })
    return noneOf(late.length, `${open.length} wait, and none is late.`, (count) => `${count} are late.`)
  },
})

const breaches = (policy: CompiledPolicy): LiveCheck => ({
  key: 'breach-clocks',
  title: 'Whether the regulator is told of a breach is settled in time',
  promises: ['S24'],
  href: '/office/breaches',
  run: async (desk) => {
    const now = desk.clock.now()
    const open = await desk.read(null, { purpose: 'accountability', deed: looking }, openBreachClocks)
    const late = open.filter((aware) => Temporal.Instant.compare(reportBy(aware, breachHours(policy)), now) < 0)
    return noneOf(late.length, `${open.length} wait, and none is late.`, (count) => `${count} are late.`)
  },
})
