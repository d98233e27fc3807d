namespace Catalog.Shell.Mail;

/// <summary>A file that goes with a mail.</summary>
/// <param name="Name">Its name, of letters, digits, dots and hyphens.</param>
/// <param name="ContentType">Its content type.</param>
/// <param name="Bytes">Its content, at most <see cref="MaxBytes"/>.</param>
public sealed record MailAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>What fits into a mail: as Base64 it is a third longer.</summary>
    public const int MaxBytes = 600 * 1024;
}
