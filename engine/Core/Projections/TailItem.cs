using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Projections;

/// <summary>What a subscription yields: a committed fact, or the notice that some were dropped here.</summary>
/// <param name="Header">The fact's header; <c>default</c> for a gap.</param>
/// <param name="Payload">A copy of its encoded payload; empty for a gap.</param>
/// <param name="IsGap">The reader was too slow: facts between the item before and the item after are missing.</param>
public readonly record struct TailItem(EventHeader Header, ReadOnlyMemory<byte> Payload, bool IsGap);
