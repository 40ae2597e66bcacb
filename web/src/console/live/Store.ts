/** A value that React components subscribe to with `useSyncExternalStore`. */
export class Store<Value> {
  private readonly listeners = new Set<() => void>();
  private value: Value;

  constructor(value: Value) {
    this.value = value;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): Value => this.value;

  protected set(value: Value): void {
    this.value = value;
    for (const listener of this.listeners) listener();
  }
}
