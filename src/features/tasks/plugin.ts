import { taskRoutes } from './web/office/task.routes.ts'

export { type ReferencesOf, type RingingOf, tasksOfToday } from './web/office/waiting-tasks.tsx'

/** Work that waits for somebody. */
export const tasksPlugin = () => ({ routes: taskRoutes() })
