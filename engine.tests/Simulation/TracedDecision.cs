namespace Catalog.Engine.Tests.Simulation;

/// <summary>A call of the machine within a turn.</summary>
/// <param name="ShowtimeId">The showtime.</param>
/// <param name="Command">The command; null when time brought it about.</param>
/// <param name="Result">The answer.</param>
/// <param name="Answer">The answer, encoded.</param>
/// <param name="EmittedCount">How many facts it emitted.</param>
/// <param name="EffectCount">How many of them are its effects.</param>
internal sealed record TracedDecision(
    ulong ShowtimeId, object? Command, object? Result, byte[] Answer, int EmittedCount, int EffectCount);
