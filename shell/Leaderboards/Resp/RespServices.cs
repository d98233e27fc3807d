using Catalog.Engine.Core.Shards;
using Catalog.Engine.Leaderboards.SortedSets;

namespace Catalog.Shell.Leaderboards.Resp;

/// <summary>What every client's connection uses.</summary>
/// <param name="Databases">The databases' partitions, by number.</param>
/// <param name="Options">Bounds.</param>
/// <param name="SignIn">Checks who clients are.</param>
/// <param name="Clock">The time.</param>
public sealed record RespServices(
    SystemHandle<Keyspace> Databases, RespOptions Options, RespSignIn SignIn, TimeProvider Clock);
