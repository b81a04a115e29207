export { addTask, addTaskOnce, finishTasks, type NewTask, type WaitingTask, waitingTasks } from './data/tasks.ts'
export { type TaskKind, type TaskReferences, taskKinds } from './domain/task-kinds.ts'
