using System.Text;
using MimeKit;

namespace HotGigs.Tests.Shared.Mail;

/// <summary>One connection of a client to the <see cref="SmtpTestServer"/>.</summary>
internal sealed class SmtpTestSession(SmtpTestServer server, Stream stream, CancellationToken stopping) : IDisposable
{
    private readonly StreamReader reader = new(stream, Encoding.Latin1);
    private readonly List<string> recipients = [];
    private string? sender;
    private int taken;

    public async Task RunAsync()
    {
        await AnswerAsync("220 localhost ESMTP");
        while (await reader.ReadLineAsync(stopping) is { } line)
        {
            if (!await HandleAsync(line))
                return;
        }
    }

    public void Dispose() => reader.Dispose();

    private async Task<bool> HandleAsync(string line)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                await AnswerAsync("250-localhost", "250-PIPELINING", "250-8BITMIME", "250-SMTPUTF8", "250 SIZE 10485760");
                return true;
            case "HELO" or "NOOP":
                await AnswerAsync("250 OK");
                return true;
            case "MAIL" when taken >= server.MailsPerConnection:
                await AnswerAsync("421 4.7.0 Too many mails on this connection");
                return false;
            case "MAIL":
                Forget();
                sender = AddressIn(line);
                await AnswerAsync("250 OK");
                return true;
            case "RCPT" when sender is not null:
                await AddRecipientAsync(AddressIn(line));
                return true;
            case "DATA" when recipients.Count > 0:
                await ReceiveAsync();
                return true;
            case "RSET":
                Forget();
                await AnswerAsync("250 OK");
                return true;
            case "QUIT":
                await AnswerAsync("221 Bye");
                return false;
            case "RCPT" or "DATA":
                await AnswerAsync("503 5.5.1 Bad sequence of commands");
                return true;
            default:
                await AnswerAsync("502 5.5.1 Not known here");
                return true;
        }
    }

    private async Task AddRecipientAsync(string address)
    {
        if (server.Refuse(address) is { } refusal)
        {
            await AnswerAsync(refusal);
            return;
        }

        recipients.Add(address);
        await AnswerAsync("250 OK");
    }

    private async Task ReceiveAsync()
    {
        await AnswerAsync("354 Go ahead");
        using var content = new MemoryStream();
        while (await reader.ReadLineAsync(stopping) is var line && line != ".")
        {
            if (line is null)
                throw new EndOfStreamException("The client broke off in the middle of a mail.");
            content.Write(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        }

        content.Position = 0;
        var message = await MimeMessage.LoadAsync(content, stopping);
        foreach (var recipient in recipients)
            await server.BeforeTaking(recipient).WaitAsync(stopping);
        server.Take(new ReceivedMail(sender!, [.. recipients], message));
        taken++;
        Forget();
        await AnswerAsync("250 2.0.0 Taken");
    }

    private void Forget()
    {
        sender = null;
        recipients.Clear();
    }

    private static string AddressIn(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private async Task AnswerAsync(params string[] lines) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + "\r\n"))), stopping);
}
