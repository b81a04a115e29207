export {
  type Booking,
  type BookingRefusal,
  bookAppointment,
  bookInScope,
  bookingRefusals,
} from './actions/book-appointment.ts'
export { type CancelledBy, cancelAppointment } from './actions/cancel-appointment.ts'
export { askAboutFee, decideFee } from './actions/decide-fee.ts'
export { keepCurrent } from './actions/keep-current.ts'
export { changeMediator, moveAppointment } from './actions/move-appointment.ts'
export { planArrival, planOneArrival } from './actions/plan-arrival.ts'
export { recordAttendance } from './actions/record-attendance.ts'
export { type TellingTools, tellParties } from './actions/tell-parties.ts'
export { onWay, wayToWrite } from './actions/way-to-write.ts'
export {
  type Appointment,
  type Attendance,
  appointmentOf,
  appointments,
  appointmentsBetween,
  appointmentsOf,
  attendeesOf,
} from './data/appointment-reads.ts'
export { arrivalPlanOf } from './data/arrival-plans.ts'
export { freeSlots, takenTimes, type WantedPlace } from './data/free-slots.ts'
export {
  type AppointmentKind,
  type AppointmentZone,
  attendanceWords,
  kindWords,
  lengths,
  lengthWords,
  type Means,
  minutesOf,
  statusWords,
} from './domain/appointment.ts'
export { type ArrivalPlan, thereFrom } from './domain/arrival.ts'
export type { FreeSlot } from './domain/free-times.ts'
export { appointmentEntry, type ToldAppointment } from './emails/appointment-messages.ts'
