using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>The file journal as it is.</summary>
internal sealed class FaithfulJournal(FileJournal inner) : JournalLayer(inner);
