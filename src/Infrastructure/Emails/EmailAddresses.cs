using System.Diagnostics.CodeAnalysis;
using HotGigs.Domain.Users;
using MimeKit;

namespace HotGigs.Infrastructure.Emails;

/// <summary>Takes an address for one only if it is exactly one, and cannot end up as anything else in a header.</summary>
internal static class EmailAddresses
{
    public static bool TryParse(string? address, string name, [NotNullWhen(true)] out MailboxAddress? mailbox)
    {
        mailbox = null;
        if (address is not { Length: > 2 and <= User.MaxEmailLength }
            || address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"')
            || !MailboxAddress.TryParse(address, out var parsed)
            || parsed.Address != address
            || address.IndexOf('@', StringComparison.Ordinal) <= 0
            || address.EndsWith('@'))
            return false;

        mailbox = new MailboxAddress(OneLine(name), address);
        return true;
    }

    /// <summary>A text as it may stand in a header: one line.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
}
