using HotGigs.Domain.Jobs;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.HasKey(job => job.Id);
        builder.Property(job => job.Id).ValueGeneratedNever();
        builder.Property(job => job.Title).HasMaxLength(Job.MaxTextLength);
        builder.Property(job => job.CompanyName).HasMaxLength(Job.MaxTextLength);
        builder.Property(job => job.Location).HasMaxLength(Job.MaxTextLength);
        builder.Property(job => job.RequiredSkills).HasJsonConversion();
        builder.Property(job => job.PreferredSkills).HasJsonConversion();
        builder.Property(job => job.PostedBy).IsOpaque(User.MaxIdLength);
        builder.Property(job => job.Version).IsConcurrencyToken();
        builder.Ignore(job => job.Details);

        // The list, of all or of one status; and those that a candidate is compared with.
        builder.HasIndex(job => new { job.CreatedAt, job.Id });
        builder.HasIndex(job => new { job.Status, job.CreatedAt, job.Id });
        builder.HasIndex(job => new { job.Status, job.Id });
    }
}
