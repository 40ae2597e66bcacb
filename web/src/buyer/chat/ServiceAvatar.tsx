import styles from './ServiceAvatar.module.css';

interface Props {
  /** The person's name, or null for the bot. */
  person: string | null;
}

/** The shop's side of the conversation: a person's initial, or a headset. */
export function ServiceAvatar({ person }: Props) {
  return (
    <div className={person ? `${styles.avatar} ${styles.person}` : styles.avatar} title={person ?? undefined} aria-hidden="true">
      {person ? (
        person.slice(-1)
      ) : (
        <svg viewBox="0 0 24 24" width="20" height="20">
          <path
            fill="currentColor"
            d="M12 3a8 8 0 0 0-8 8v5a3 3 0 0 0 3 3h1a1 1 0 0 0 1-1v-5a1 1 0 0 0-1-1H6v-1a6 6 0 0 1 12 0v1h-2a1 1 0 0 0-1 1v5a1 1 0 0 0 1 1h1.8a3 3 0 0 1-2.8 2h-2a1 1 0 1 0 0 2h2a5 5 0 0 0 5-5v-7a8 8 0 0 0-8-8z"
          />
        </svg>
      )}
    </div>
  );
}
