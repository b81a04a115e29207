import type { TellingTools } from './actions/tell-parties.ts'
import { remindParties } from './jobs/remind-parties.job.ts'
import { appointmentRoutes } from './web/office/appointment.routes.tsx'
import { arrivalRoutes } from './web/office/arrival.routes.tsx'
import { bookRoutes } from './web/office/book.routes.tsx'
import { diaryRoutes } from './web/office/diary.routes.tsx'
import { feeRoutes } from './web/office/fee.routes.tsx'

export { appointmentPath, fromTo, whatWords, whereWords } from './web/office/appointment-words.tsx'
export { appointmentsPanel } from './web/office/appointments-panel.tsx'

/** The diary, booking in a case, and the pages of an appointment. */
export const bookingsPlugin = (tools: TellingTools) => ({
  routes: [
    ...diaryRoutes,
    ...bookRoutes(tools),
    ...appointmentRoutes(tools),
    ...arrivalRoutes(tools),
    ...feeRoutes(tools),
  ],
  jobs: [remindParties(tools)],
})
