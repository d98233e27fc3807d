namespace Catalog.Engine.Core.Machines;

/// <summary>Applies one kind of fact: the only way state changes, live and on replay alike.</summary>
/// <typeparam name="TState">A partition's state.</typeparam>
/// <typeparam name="TEvent">The fact.</typeparam>
public interface IApplier<TState, TEvent>
    where TState : class
    where TEvent : struct, IEvent<TEvent>
{
    /// <summary>
    /// Changes <paramref name="state"/> as <paramref name="fact"/> says. Cannot refuse: a fact has happened.
    /// </summary>
    void Apply(TState state, in TEvent fact, long timeMs);
}
