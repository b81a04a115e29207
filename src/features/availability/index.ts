export { addWorkingHours, setAbsence } from './actions/change-hours.ts'
export { absencesBetween, availability, openedHolidays, workingHours } from './data/availability-reads.ts'
export {
  type Absence,
  type Availability,
  hoursOn,
  isClosed,
  spansOn,
  type TakenTime,
  type TimeRange,
  type Unavailable,
  type WantedTime,
  type WorkingHours,
  whyUnavailable,
} from './domain/availability.ts'
