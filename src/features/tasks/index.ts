export { finishByHand, type TaskPurpose, taskPurposes } from './actions/finish-by-hand.ts'
export {
  addTask,
  addTaskOnce,
  addTasks,
  finishTasks,
  type NewTask,
  type WaitingTask,
  waitingTasks,
} from './data/tasks.ts'
export { type TaskKind, type TaskReferences, taskKinds } from './domain/task-kinds.ts'
export { type TodayItem, TodayList } from './web/office/today-list.tsx'
export { dueWords, sinceWords } from './web/office/when-words.ts'
