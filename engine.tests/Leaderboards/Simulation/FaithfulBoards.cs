namespace Catalog.Engine.Tests.Leaderboards.Simulation;

/// <summary>The game modes' machine as it is.</summary>
internal sealed class FaithfulBoards : WatchedBoards;
