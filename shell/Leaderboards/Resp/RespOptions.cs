using System.Net;

namespace Catalog.Shell.Leaderboards.Resp;

/// <summary>The port for clients of Redis, section <c>Catalog:Leaderboards:Resp</c>. Read once at start.</summary>
public sealed class RespOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog:Leaderboards:Resp";

    /// <summary>Whether the server listens for clients of Redis.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The port; 0 for any that is free. A taken one is a warning, and the server does without.</summary>
    public int Port { get; set; } = 6380;

    /// <summary>The network address to listen on; <c>0.0.0.0</c> or <c>::</c> for all.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>
    /// Whether clients sign in before anything else; unless said otherwise, those of other machines do.
    /// </summary>
    public bool? RequireAuth { get; set; }

    /// <summary>
    /// A file with the server's certificate in PEM, and those of its authorities behind it; with it the port speaks
    /// TLS and nothing else.
    /// </summary>
    public string? Certificate { get; set; }

    /// <summary>A file with the certificate's private key in PEM; unless set, it is in the certificate's file.
    /// </summary>
    public string? CertificateKey { get; set; }

    /// <summary>
    /// Seconds a client has to sign in before it is hung up on, where clients sign in; and to agree on TLS, where that
    /// is spoken.
    /// </summary>
    public int SignInSeconds { get; set; } = 10;

    /// <summary>Databases (<c>SELECT</c>), each a partition of its own.</summary>
    public int Databases { get; set; } = 16;

    /// <summary>Clients at once; further ones are told and hung up on.</summary>
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>Megabytes of answers a client may have pending; one that does not fit is an error.</summary>
    public int MaxAnswerMegabytes { get; set; } = 64;

    /// <summary>Keys a database holds at most.</summary>
    public int MaxKeys { get; set; } = 1_000_000;

    /// <summary>Members all sets of a database hold at most together.</summary>
    public int MaxMembers { get; set; } = 32_000_000;

    /// <summary>Whether clients have to sign in.</summary>
    public bool NeedsAuth =>
        RequireAuth ?? !(IPAddress.TryParse(Address, out IPAddress? ip) && IPAddress.IsLoopback(ip));
}
