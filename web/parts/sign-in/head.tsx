import { IconBuildingHospital } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import css from './sign-in.module.css';

/** The heading of a step at the door. */
export function Head(props: { heading: string; text?: string; hospital?: string }): ReactElement {
  return (
    <header className={css.head}>
      {props.hospital && (
        <p className={css.hospital}>
          <IconBuildingHospital size={16} stroke={1.6} aria-hidden /> {props.hospital}
        </p>
      )}
      <h1 className={css.heading}>{props.heading}</h1>
      {props.text && <p>{props.text}</p>}
    </header>
  );
}
