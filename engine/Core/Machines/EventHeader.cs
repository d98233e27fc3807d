namespace Catalog.Engine.Core.Machines;

/// <summary>What is known of a fact before its payload is decoded.</summary>
/// <param name="Position">
/// Where its record starts in the journal, in bytes; grows with every fact, so it is its id.
/// </param>
/// <param name="Partition">The partition it happened to.</param>
/// <param name="Type">The fact's wire id within its system.</param>
/// <param name="Version">The version of its encoding.</param>
/// <param name="TimeMs">The time of the command that caused it, milliseconds since 1970.</param>
public readonly record struct EventHeader(
    long Position, PartitionKey Partition, ushort Type, byte Version, long TimeMs);
