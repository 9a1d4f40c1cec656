using System.ComponentModel.DataAnnotations;

namespace HotGigs.Infrastructure.Emails;

/// <summary>How mails are written and sent. Configuration section <c>Email</c>.</summary>
public sealed class EmailOptions
{
    public const string Section = "Email";

    /// <summary>The SMTP server. Without one, mails are written to a folder in Development, and elsewhere there are none.</summary>
    public string? Host { get; set; }

    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>How the connection is encrypted.</summary>
    public EmailSecurity Security { get; set; } = EmailSecurity.StartTls;

    /// <summary>Signs in to the SMTP server; not at all without one.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender of all mails.</summary>
    public string? FromAddress { get; set; }

    public string FromName { get; set; } = "HotGigs";

    /// <summary>Where users reach this site, such as <c>https://hotgigs.example.com</c>: what the links in mails begin with.</summary>
    public string? BaseAddress { get; set; }

    /// <summary>Folder into which mails are written in Development; relative to the data folder.</summary>
    [Required]
    public string Folder { get; set; } = "mails";

    /// <summary>How long connecting and signing in may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long sending one mail may take, connecting included.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many mails a server sends at the same time, over as many connections.</summary>
    [Range(1, 64)]
    public int Parallelism { get; set; } = 8;

    /// <summary>How long a server holds a mail that it sends; also how long one stays behind whose server was killed.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often an idle server looks for mails that have become due.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After so many failed tries a mail is given up.</summary>
    [Range(1, 50)]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>From what delay a mail backs off that failed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest delay between two tries.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "24:00:00")]
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromHours(6);

    /// <summary>From what delay on it is looked whether a mail server that could not be reached is back.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan ProbeDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest delay between two such looks.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan MaxProbeDelay { get; set; } = TimeSpan.FromMinutes(1);
}

/// <summary>How the connection to an SMTP server is encrypted.</summary>
public enum EmailSecurity
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By <c>STARTTLS</c>, without which nothing is sent; usually on port 587.</summary>
    StartTls,

    /// <summary>From the first byte; usually on port 465.</summary>
    Tls,

    /// <summary>As the port and the server suggest; not at all if the server does not offer it.</summary>
    Auto,
}
