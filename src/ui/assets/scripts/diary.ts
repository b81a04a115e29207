import { startMovingInDiary } from './move-in-diary.ts'

startMovingInDiary()
