using System.Globalization;
using HotGigs.Infrastructure.Storage;
using Microsoft.Extensions.Options;
using MimeKit;

namespace HotGigs.Infrastructure.Emails.Sending;

/// <summary>Writes each mail as a file, which any mail program opens.</summary>
internal sealed class FolderMailSender(DataFolder data, IOptions<EmailOptions> options, TimeProvider clock) : IMailSender
{
    private readonly string folder = data.PathOf(options.Value.Folder);

    public async Task SendAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        var time = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        var path = Path.Combine(folder, $"{time}-{mail.MessageId!.Split('@')[0]}.eml");
        try
        {
            Directory.CreateDirectory(folder);
            // Renamed when it is complete: what ends in .eml is always whole.
            await mail.WriteToAsync(path + ".tmp", cancellationToken);
            File.Move(path + ".tmp", path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MailServerUnreachableException("The folder for mails cannot be written to.", error);
        }
    }

    public Task ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".probe");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Task.CompletedTask;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MailServerUnreachableException("The folder for mails cannot be written to.", error);
        }
    }

    public Task RestAsync() => Task.CompletedTask;
}
