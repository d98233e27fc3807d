using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>A fact that waits for the others of its batch.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Payload">A copy of its payload.</param>
internal readonly record struct SqlFact(EventHeader Header, byte[] Payload);
