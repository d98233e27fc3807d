using Catalog.Engine.Core.Shards;
using Catalog.Engine.Leaderboards.SortedSets;
using Catalog.Shell.Leaderboards.Resp.ModeBoards;

namespace Catalog.Shell.Leaderboards.Resp;

/// <summary>What every client's connection uses.</summary>
/// <param name="Databases">The databases' partitions, by number.</param>
/// <param name="Options">Bounds.</param>
/// <param name="SignIn">Checks who clients are.</param>
/// <param name="Boards">The boards of the game modes.</param>
/// <param name="Tls">The server's certificate, if there is one.</param>
/// <param name="Meters">What is counted.</param>
/// <param name="Clock">The time.</param>
public sealed record RespServices(
    SystemHandle<Keyspace> Databases, RespOptions Options, RespSignIn SignIn, ModeBoardReader Boards,
    RespTls Tls, RespMeters Meters, TimeProvider Clock);
