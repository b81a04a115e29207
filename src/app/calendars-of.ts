import { calendarRoutes } from '../features/calendars/plugin.ts'
import { referrerRoutes } from '../features/referrers/plugin.ts'
import type { Service } from './service.ts'

/** Calendars that programs fetch. */
export const calendarsOf = ({ policy, published, origin }: Service) =>
  calendarRoutes({
    ...{ origin, serviceName: policy.service.name, published: () => published.current() },
    machineNow: () => performance.now(),
  })

/** Pages of those who refer people. */
export const referrersOf = ({ policy, published, origin }: Service) =>
  referrerRoutes({
    ...{ policy, origin, serviceName: policy.service.name, published: () => published.current() },
    machineNow: () => performance.now(),
  })
