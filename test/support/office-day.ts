import type { Staff } from '../../src/platform/web/route.ts'
import type { Id } from '../../src/values/ids.ts'
import { caseFrom, type Office, officeOf } from './case-life.ts'
import { type TestService, testService } from './service.ts'
import type { Visitor } from './visitor.ts'
import { type WholeOptions, type WholeService, wholeService } from './whole-service.ts'

type Colleague = Visitor & { readonly staff: Staff }

/** A service with one live case, and those who work on it signed in. */
export interface OfficeDay {
  readonly db: TestService
  readonly whole: WholeService
  readonly office: Office
  readonly caseId: Id
  readonly coordinator: Colleague
  /** To whom the case was given. */
  readonly mediator: Colleague
  /** To whom no case was given. */
  readonly stranger: Colleague
  end(): Promise<void>
}

export async function officeDay(options: WholeOptions = {}): Promise<OfficeDay> {
  const db = await testService()
  const whole = await wholeService(db, options)
  const office = await officeOf(db)
  const caseId = await caseFrom(db, office, whole.service.keyring)
  const browserOf = (id: Id, role: string) => whole.browserOf({ id, name: `Test ${role}`, role })
  return {
    ...{ db, whole, office, caseId },
    coordinator: await browserOf(office.coordinator, 'coordinator'),
    mediator: await browserOf(office.mediator, 'mediator'),
    stranger: await whole.signedIn('mediator', 'Test stranger'),
    end: async () => {
      await whole.end()
      await db.end()
    },
  }
}

/** The service's day, in the three boxes of a date. */
export const dayFields = (name: string, day: string): Record<string, string> => {
  const { year, month, day: dayOfMonth } = Temporal.PlainDate.from(day)
  return { [`${name}-day`]: `${dayOfMonth}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` }
}
