import styles from './Loading.module.css';

export function Loading({ label }: { label: string }) {
  return (
    <div className={styles.loading} role="status" data-testid="loading">
      <span className={styles.dots} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {label}
    </div>
  );
}
