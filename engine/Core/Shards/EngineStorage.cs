using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Core.Shards;

/// <summary>What an engine stands on.</summary>
/// <param name="Journal">The log.</param>
/// <param name="Snapshots">The saved states.</param>
/// <param name="Lock">Released last, when the engine is disposed; null when there is nothing to release.</param>
public sealed record EngineStorage(IJournal Journal, ISnapshotStore Snapshots, IDisposable? Lock = null);
