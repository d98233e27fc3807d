using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Consumers;

/// <summary>A fact a consumer gave up on, kept with everything needed to try it again.</summary>
/// <param name="Header">The fact's header.</param>
/// <param name="Payload">A copy of its encoded payload.</param>
/// <param name="Attempts">How often it was tried, replays by an operator included.</param>
/// <param name="Error">What the last attempt failed with.</param>
/// <param name="ParkedAtMs">When it was parked, milliseconds since 1970.</param>
public sealed record ParkedEvent(
    EventHeader Header, ReadOnlyMemory<byte> Payload, int Attempts, string Error, long ParkedAtMs);
