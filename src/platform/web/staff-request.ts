import type { Id } from '../../values/ids.ts'
import type { PageRequest, StaffRequest } from './route.ts'

/** A request to a page that only colleagues reach. Throws when nobody is signed in: the server should have let nobody in. */
export function asStaff<Purpose extends string>(request: PageRequest<Purpose>): StaffRequest<Purpose> {
  if (!request.staff) throw new TypeError('a page of the office without staff')
  return { ...request, staff: request.staff }
}

/** Who acts, on a page that only colleagues reach. Throws as `asStaff` does. */
export const actorOf = <Purpose extends string>(request: PageRequest<Purpose>): Id => asStaff(request).staff.id
