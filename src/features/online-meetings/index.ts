export { type AnswerRefusal, answerMeeting, type Said } from './actions/answer-meeting.ts'
export { type SettingRefusal, setMeeting } from './actions/set-meeting.ts'
export { type Provider, providersOf } from './domain/online.ts'
