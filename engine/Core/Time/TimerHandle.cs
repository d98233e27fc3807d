namespace Catalog.Engine.Core.Time;

/// <summary>Names one timer of one <see cref="TimerWheel{T}"/>; <c>default</c> names none.</summary>
/// <param name="Index">Where the wheel keeps it.</param>
/// <param name="Generation">
/// Which of the timers kept there, one after another, is meant. It comes round again after 2^32 of them, so a handle
/// must not be kept for longer than that.
/// </param>
public readonly record struct TimerHandle(int Index, uint Generation)
{
    /// <summary>Whether this is <c>default</c>: it names no timer.</summary>
    public bool IsNone => Generation == 0;
}
