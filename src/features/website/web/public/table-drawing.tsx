/** A round table seen from above, with two equal chairs and a third between them. Made of lines, says nothing by itself. */
export const TableDrawing = () => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 240 200"
    width="240"
    height="200"
    aria-hidden="true"
    focusable="false"
    fill="none"
    stroke="currentColor"
    stroke-width="4"
    stroke-linecap="round"
  >
    <circle cx="120" cy="104" r="46" />
    <path d="M98 92c6-6 14-6 20 0M124 118c6-6 14-6 20 0" />
    <path d="M40 78c-16 16-16 36 0 52M200 78c16 16 16 36 0 52" />
    <path d="M54 86v36M186 86v36" />
    <path d="M96 30c15-12 33-12 48 0M102 42h36" />
  </svg>
)
