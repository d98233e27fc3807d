namespace Catalog.Shell.Mail;

/// <summary>What the first two lines of a mail in a mailbox file say.</summary>
/// <param name="Position">The mail's identity.</param>
/// <param name="HeadBytes">Bytes of the two lines.</param>
/// <param name="ContentBytes">Bytes behind them.</param>
/// <param name="Checksum">CRC32C of those.</param>
internal readonly record struct MailHead(long Position, int HeadBytes, int ContentBytes, uint Checksum);
