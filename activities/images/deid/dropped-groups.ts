import { DROPPED_GROUPS } from '#domain/upload';
import { ALLOWED_ATTRIBUTES } from './allowed-attributes.ts';

type Group = (typeof DROPPED_GROUPS)[number];

/** Tags (PS3.6) by what they could tell of a person; whatever is on no list counts as `other`. */
const TAGS: Readonly<Record<Exclude<Group, 'other'>, readonly string[]>> = {
  names: [
    ...['x00100010', 'x00101001', 'x00101005', 'x00101060', 'x00101040', 'x00102154', 'x00102155', 'x00102297'],
    ...['x00080090', 'x00080092', 'x00080094', 'x00080096', 'x0008009c', 'x00081048', 'x00081049', 'x00081050'],
    ...['x00081060', 'x00081070', 'x00321032', 'x00400006', 'x00402008', 'x0040a123', 'x0040a075', 'x00321064'],
  ],
  ids: [
    ...['x00100020', 'x00100021', 'x00101000', 'x00101002', 'x00080050', 'x00200010', 'x00380010', 'x00380060'],
    ...['x00400253', 'x00401001', 'x00402016', 'x00402017', 'x00321033', 'x00181000', 'x00181002', 'x00181008'],
  ],
  dates: [
    ...['x00080012', 'x00080013', 'x00080020', 'x00080021', 'x00080022', 'x00080023', 'x0008002a', 'x00080030'],
    ...['x00080031', 'x00080032', 'x00080033', 'x00080201', 'x00100030', 'x00100032', 'x00101010', 'x00181012'],
    ...['x00181200', 'x00181201', 'x00321000', 'x00321040', 'x00380020', 'x00400002', 'x00400003', 'x00400004'],
    ...['x00400244', 'x00400245', 'x00400250', 'x00400251', 'x00402004', 'x00402005', 'x0040a030', 'x0040a032'],
  ],
  institution: [
    ...['x00080080', 'x00080081', 'x00080082', 'x00081010', 'x00081040', 'x00080070', 'x00081090', 'x00380300'],
    ...['x00400241', 'x00400242', 'x00400243', 'x00102150', 'x00102152', 'x00380500'],
  ],
  uids: [
    ...['x00020003', 'x00020012', 'x00080014', 'x00080018', 'x00081155', 'x0008010d', 'x0020000d', 'x0020000e'],
    ...['x00200052', 'x00200200', 'x00209161', 'x00209164', 'x00880140', 'x0040a124', 'x00041511', 'x30060024'],
  ],
};

const GROUP_OF = new Map(
  Object.entries(TAGS).flatMap(([group, tags]) => tags.map((tag): [string, Group] => [tag, group as Group])),
);

/** How many of these tags do not pass, by group. Counts only: no value was kept to show. */
export function countDropped(tags: Iterable<string>): Record<Group, number> {
  const counts = Object.fromEntries(DROPPED_GROUPS.map((group) => [group, 0])) as Record<Group, number>;
  for (const tag of tags) if (!(tag in ALLOWED_ATTRIBUTES)) counts[GROUP_OF.get(tag) ?? 'other'] += 1;
  return counts;
}
