# SPDX-License-Identifier: GPL-3.0-or-later
# read_with_ruby.rb - what ruby-icalendar reads in a calendar
#
# Usage: ruby read_with_ruby.rb FILE.  Prints the lines that calendar_readers.py describes;
# times are told by the file's own VTIMEZONE.
Encoding.default_external = Encoding::UTF_8
require "icalendar"

def escaped(text)
  text.to_s.gsub("\\") { "\\\\" }.gsub("\t", "\\t").gsub("\n", "\\n")
end

File.open(ARGV.fetch(0)) do |file|
  Icalendar::Calendar.parse(file).each do |calendar|
    calendar.events.each do |event|
      fields = [
        event.uid,
        event.dtstart.to_time.to_i,
        event.dtend.to_time.to_i,
        event.summary,
        event.location,
        event.description,
        event.categories.flatten.join("|"),
        event.status
      ]
      puts fields.map { |field| escaped(field) }.join("\t")
    end
  end
end
