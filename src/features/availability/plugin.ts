import { hoursRoutes } from './web/office/hours.routes.tsx'

/** When people can be met: mediators' working hours and absences, and the bank holidays on which the service opens. */
export const availabilityPlugin = { routes: hoursRoutes }
