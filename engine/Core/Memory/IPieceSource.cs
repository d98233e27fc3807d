namespace Catalog.Engine.Core.Memory;

/// <summary>Bytes too many for one array, handed out a piece at a time. Not thread-safe.</summary>
internal interface IPieceSource
{
    /// <summary>Bytes of all pieces not handed out yet.</summary>
    long LeftBytes { get; }

    /// <summary>
    /// The next piece, while there are bytes left; not empty. It stays as it is for as long as anybody has it.
    /// </summary>
    ReadOnlySpan<byte> Next();
}
