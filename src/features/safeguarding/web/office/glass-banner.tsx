import type { Staff } from '../../../../platform/web/route.ts'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { timeOfDay } from '../../../../ui/dates.ts'

/** On every page of a colleague to whom a file that is not theirs is open, while it lasts. */
export const GlassBanner = ({ staff, now }: { readonly staff: Staff; readonly now: Temporal.Instant }) =>
  staff.glassUntil && Temporal.Instant.compare(staff.glassUntil, now) > 0 ? (
    <WarningText>
      A file that is not yours is open to you until {timeOfDay(staff.glassUntil)}. The privacy officer knows.
    </WarningText>
  ) : null
